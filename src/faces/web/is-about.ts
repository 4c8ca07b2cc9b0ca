/**
 * Whether an error at a JSON pointer is about the field of a name: `minutes` is the last or any part of the pointer, `times/1/minutes` all of
 * it. The fields of a correction begin with `new-`. Pure.
 */
export function isAbout(pointer: string, name: string): boolean {
  const plain = name.replace(/^new-/, '');
  return plain.includes('/') ? pointer === `/${plain}` : pointer.split('/').includes(plain);
}
