/** Whether the text is on the clipboard now. Browsers refuse on insecure pages, and where the visitor says no. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
