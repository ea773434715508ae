/**
 * Why the disk refused, as the end of a sentence about the file: `is a folder`. Node's own words name system calls and absolute paths; they
 * are kept where no others are known.
 */
export function failureReason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return reasons[code] ?? `cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`;
}

/** The same as a sentence of its own, for a hint: `It is a folder.` */
export function failureSentence(cause: unknown): string {
  return `It ${failureReason(cause).replace(/\.$/, '')}.`;
}

const closed = 'is closed to you by its permissions, or those of its folder';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder',
  ENOTDIR: 'would lie below a file, where a folder is needed',
  EEXIST: 'would lie below a file, where a folder is needed',
  EACCES: closed,
  EPERM: closed,
  EROFS: 'lies on a disk that nobody may write to',
  ENOSPC: 'finds no room on the disk',
  ENAMETOOLONG: 'has too long a name',
  ELOOP: 'is a link that leads to itself',
};
