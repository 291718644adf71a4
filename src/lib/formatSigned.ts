const signed = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, signDisplay: 'exceptZero' });

/** 0.3141 is `+0.314`, −2 is `−2`, with a real minus. */
export const formatSigned = (value: number): string => signed.format(value).replace('-', '−');
