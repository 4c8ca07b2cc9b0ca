/** An expression of the generated text: whole numbers of 32 bits alone. */
export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'element'; readonly array: string; readonly index: Expression }
  | { readonly is: 'call'; readonly name: string; readonly of: readonly Expression[] }
  | { readonly is: 'unary'; readonly operator: string; readonly of: Expression }
  | {
      readonly is: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly is: 'choice';
      readonly when: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

/** A statement of the generated text. */
export type Statement =
  | {
      readonly is: 'assign';
      readonly to: Extract<Expression, { is: 'name' | 'element' }>[];
      readonly value: Expression;
    }
  | { readonly is: 'do'; readonly call: Expression }
  | {
      readonly is: 'if';
      readonly when: Expression;
      readonly then: Statement;
      readonly otherwise: Statement | null;
    }
  | { readonly is: 'block'; readonly label: string | null; readonly of: readonly Statement[] }
  | {
      readonly is: 'for';
      readonly label: string | null;
      readonly first: Statement | null;
      readonly while: Expression | null;
      readonly then: Statement | null;
      readonly body: Statement;
    }
  | {
      readonly is: 'switch';
      readonly on: Expression;
      readonly cases: readonly { readonly values: readonly number[]; readonly of: readonly Statement[] }[];
    }
  | { readonly is: 'break' | 'continue'; readonly label: string | null };

const TOKEN =
  /\s*(?:\/\/[^\n]*\n\s*)*(>>>|===|!==|<<|>>|<=|>=|&&|\|\||\+=|-=|\|=|[-+*/%&|^~!<>=?:;,(){}[\]]|\d+(?:\.\d+)?(?:e[-+]?\d+)?|[A-Za-z_$][\w$]*(?:\.[A-Za-z]\w*)?)/gy;

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['===', '!=='],
  ['<', '>', '<=', '>='],
  ['<<', '>>', '>>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Reads the statements of generated text: the small part of JavaScript that the generator writes. Throws on anything else. */
export function parseKernelText(text: string): Statement[] {
  const tokens = tokensOf(text);
  let place = 0;
  const peek = () => tokens[place] ?? '';
  const take = () => tokens[place++] ?? '';
  const expect = (token: string) => {
    if (take() !== token)
      throw new Error(`generated text has ${tokens.slice(place - 8, place + 3).join(' ')}, not ${token}`);
  };
  const statements: Statement[] = [];
  while (place < tokens.length) statements.push(statement());
  return statements;

  function statement(): Statement {
    const token = peek();
    if (token === '{') return { is: 'block', label: null, of: braces() };
    if (token === ';') {
      take();
      return { is: 'block', label: null, of: [] };
    }
    if (token === 'if') return conditional();
    if (token === 'for') return loop(null);
    if (token === 'switch') return choices();
    if (token === 'break' || token === 'continue') {
      take();
      const label = peek() === ';' ? null : take();
      expect(';');
      return { is: token, label };
    }
    if (tokens[place + 1] === ':') {
      take();
      take();
      return peek() === 'for' ? loop(token) : { is: 'block', label: token, of: braces() };
    }
    const simple = assignment();
    expect(';');
    return simple;
  }

  function braces(): Statement[] {
    expect('{');
    const of: Statement[] = [];
    while (peek() !== '}') of.push(statement());
    expect('}');
    return of;
  }

  function conditional(): Statement {
    expect('if');
    expect('(');
    const when = expression();
    expect(')');
    const then = statement();
    if (peek() !== 'else') return { is: 'if', when, then, otherwise: null };
    take();
    return { is: 'if', when, then, otherwise: statement() };
  }

  function loop(label: string | null): Statement {
    expect('for');
    expect('(');
    const first = peek() === ';' ? null : assignment();
    expect(';');
    const condition = peek() === ';' ? null : expression();
    expect(';');
    const then = peek() === ')' ? null : assignment();
    expect(')');
    return { is: 'for', label, first, while: condition, then, body: statement() };
  }

  function choices(): Statement {
    expect('switch');
    expect('(');
    const on = expression();
    expect(')');
    expect('{');
    const cases: { values: number[]; of: Statement[] }[] = [];
    while (peek() !== '}') {
      expect('case');
      const values = [Number(take())];
      expect(':');
      const of: Statement[] = [];
      while (peek() !== 'case' && peek() !== '}') of.push(statement());
      cases.push({ values, of });
    }
    expect('}');
    return { is: 'switch', on, cases };
  }

  function assignment(): Statement {
    const left = unary();
    if (left.is === 'call') return { is: 'do', call: left };
    if (left.is !== 'name' && left.is !== 'element') throw new Error(`generated text assigns to ${left.is}`);
    const operator = take();
    if (operator !== '=') {
      const value = expression();
      return {
        is: 'assign',
        to: [left],
        value: { is: 'binary', operator: operator.slice(0, -1), left, right: value },
      };
    }
    const to = [left];
    let value = expression();
    while (peek() === '=') {
      take();
      if (value.is !== 'name') throw new Error('generated text assigns to a value');
      to.push(value);
      value = expression();
    }
    return { is: 'assign', to, value };
  }

  function expression(): Expression {
    const when = binary(0);
    if (peek() !== '?') return when;
    take();
    const then = expression();
    expect(':');
    return { is: 'choice', when, then, otherwise: expression() };
  }

  function binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    while (operators.includes(peek())) {
      const operator = take();
      left = { is: 'binary', operator, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): Expression {
    const token = take();
    if (token === '-' && /^\d/.test(peek())) return { is: 'number', value: -Number(take()) };
    if (token === '-' || token === '~' || token === '!') return { is: 'unary', operator: token, of: unary() };
    if (token === '(') {
      const inner = expression();
      expect(')');
      return inner;
    }
    if (/^\d/.test(token)) return { is: 'number', value: Number(token) };
    if (token === 'true' || token === 'false') return { is: 'number', value: token === 'true' ? 1 : 0 };
    if (peek() === '[') {
      take();
      const index = expression();
      expect(']');
      return { is: 'element', array: token, index };
    }
    if (peek() === '(') {
      take();
      const of: Expression[] = [];
      while (peek() !== ')') {
        of.push(expression());
        if (peek() === ',') take();
      }
      expect(')');
      return { is: 'call', name: token, of };
    }
    return { is: 'name', name: token };
  }
}

function tokensOf(text: string): string[] {
  const whole = `${text}\n`;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < whole.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(whole);
    if (match === null) {
      if (/^\s*(\/\/[^\n]*\s*)*$/.test(whole.slice(at))) break;
      throw new Error(`generated text cannot be read: ${whole.slice(at, at + 40)}`);
    }
    tokens.push(match[1] as string);
  }
  return tokens;
}
