import keras

(train_x, train_y), (test_x, test_y) = keras.datasets.mnist.load_data()
train_x, test_x = train_x[..., None] / 255, test_x[..., None] / 255

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Conv2D(32, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", ["accuracy"])
model.fit(train_x, train_y, batch_size=32, epochs=5)
print(f"Accuracy: {model.evaluate(test_x, test_y)[1]:.4f}")
