// Max pooling's sizes, in rows, columns and channels.
override INPUT_ROWS: i32;
override INPUT_COLUMNS: i32;
override CHANNELS: u32;
override POOL_ROWS: i32;
override POOL_COLUMNS: i32;
override STRIDE_ROWS: i32;
override STRIDE_COLUMNS: i32;
// Rows and columns before the input, which never win.
override PADDING_TOP: i32;
override PADDING_LEFT: i32;
override OUTPUT_ROWS: i32;
override OUTPUT_COLUMNS: i32;
