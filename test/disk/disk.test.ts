import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureReason, failureSentence } from '../../src/disk/failure-reason.ts';
import { checkWritable, stageFile } from '../../src/disk/stage-file.ts';
import { statPath } from '../../src/disk/stat-path.ts';
import { writeProject } from '../project.ts';

describe('statPath', () => {
  it('finds nothing below a file, and nothing by a name that is too long', () => {
    const cwd = writeProject({ 'trees.md': '' });
    expect(statPath(join(cwd, 'trees.md'))?.isFile()).toBe(true);
    expect(statPath(join(cwd, 'trees.md/apple.png'))).toBeUndefined();
    expect(statPath(join(cwd, 'a'.repeat(400)))).toBeUndefined();
    expect(statPath(join(cwd, 'a\0b'))).toBeUndefined();
  });
});

describe('stageFile', () => {
  it('shows the text only when it is committed', () => {
    const cwd = writeProject({ 'a.txt': 'before' });
    const staged = stageFile(join(cwd, 'a.txt'), 'after');
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe('before');
    staged.commit();
    staged.discard();
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe('after');
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  it('takes the folders away that it made, but none that holds something by then', () => {
    const cwd = writeProject({});
    stageFile(join(cwd, 'out/deep/a.txt'), '').discard();
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    const staged = stageFile(join(cwd, 'out/deep/a.txt'), '');
    writeFileSync(join(cwd, 'out/other.txt'), '');
    staged.discard();
    expect(readdirSync(join(cwd, 'out'))).toEqual(['other.txt']);
  });

  it.skipIf(process.platform !== 'linux')('ends where no folder can be made', () => {
    expect(() => stageFile('/proc/orchard/a.txt', '')).toThrow('no folder can be made there');
  });

  it('leaves nothing behind where it cannot write', () => {
    const cwd = writeProject({ 'a.txt': '' });
    expect(() => stageFile(join(cwd, 'a.txt/b.txt'), '')).toThrow();
    expect(() => stageFile(join(cwd, 'new', 'a'.repeat(400)), '')).toThrow();
    expect(() => stageFile(join(cwd, 'new/deep', 'a'.repeat(400), 'b.txt'), '')).toThrow();
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });
});

describe('checkWritable', () => {
  it('refuses folders and places below files, and makes no folder', () => {
    const cwd = writeProject({ 'a.txt': '' });
    mkdirSync(join(cwd, 'out'));
    expect(() => checkWritable(join(cwd, 'out'))).toThrow('EISDIR');
    expect(() => checkWritable(join(cwd, 'a.txt/b/c.txt'))).toThrow('ENOTDIR');
    checkWritable(join(cwd, 'new/deep/c.txt'));
    checkWritable(join(cwd, 'a.txt'));
    expect(readdirSync(cwd)).toEqual(['a.txt', 'out']);
  });
});

describe('failureReason', () => {
  it('names no system call and no absolute path', () => {
    const cwd = writeProject({ 'a.txt': '' });
    expect(reasonOf(() => readFileSync(cwd))).toBe('It is a folder.');
    expect(reasonOf(() => readFileSync(join(cwd, 'b')))).toBe('It is not there.');
    expect(reasonOf(() => readFileSync(join(cwd, 'a.txt/b')))).toBe(
      'It would lie below a file, where a folder is needed.',
    );
  });

  it('keeps the words of what it does not know', () => {
    expect(failureReason(new Error('the basket is empty'))).toBe('cannot be reached: the basket is empty');
    expect(failureReason('apples')).toBe('cannot be reached: apples');
  });
});

function reasonOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (cause) {
    return failureSentence(cause);
  }
}
