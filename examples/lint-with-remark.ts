import { remark } from 'remark';
import remarkSpecwins from 'specwins/remark';

/** The findings of a page as messages of its file, beside those of other remark plugins. */
export async function messagesOf(path: string, value: string, cwd: string): Promise<string[]> {
  const file = await remark()
    .use(remarkSpecwins, { specs: ['openapi.yaml'] })
    .process({ path, value, cwd });
  return file.messages.map(({ ruleId, line, reason }) => `${line} ${ruleId}: ${reason}`);
}
