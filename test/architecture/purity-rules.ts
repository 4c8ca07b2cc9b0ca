import { type Room, roomOf } from './room.ts';
import { lineOf, type Node, nodesOf, type SourceFile } from './source-file.ts';

const OUTSIDE = new Set(
  'process console setTimeout setInterval setImmediate fetch crypto randomUUID randomBytes randomInt'.split(
    ' ',
  ),
);
const MEMBERS = new Set(['Date.now', 'Math.random', 'performance.now', 'Temporal.Now']);

/** Says where a pure room reads a clock, throws dice or touches the world outside. */
export function impurities(rooms: readonly Room[], files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(rooms, file.path);
    if (!room?.pure) return [];
    const found = [...nodesOf(file.body)].flatMap((node) => {
      const name = impurityOf(node);
      if (name === undefined || room.except?.includes(`${file.path} ${name}`)) return [];
      return [`${file.path}:${lineOf(file, node.start)} is in a pure room, but uses ${name}`];
    });
    return [...new Set(found)];
  });
}

function impurityOf(node: Node): string | undefined {
  if (node.type === 'Identifier') {
    const name = node['name'] as string;
    return OUTSIDE.has(name) ? name : undefined;
  }
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const callee = node['callee'] as Node;
    const bare = callee['name'] === 'Date' && (node['arguments'] as unknown[]).length === 0;
    return bare ? (node.type === 'NewExpression' ? 'new Date()' : 'Date()') : undefined;
  }
  if (node.type === 'MemberExpression') {
    const name = `${(node['object'] as Node)['name']}.${(node['property'] as Node)['name']}`;
    return MEMBERS.has(name) ? name : undefined;
  }
  return undefined;
}
