import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** An expression as a parameter holds it, or a call of n8n's own evaluator. */
const EXPRESSION = /=\{\{|\bexpression\.(?:withIsolate|getParameterValue|getSimpleParameterValue)\b/;

/** What every expression has; a template may put text between its `=` and this. */
const BRACES = '{{';

interface Source {
	/** path in the project, with forward slashes */
	file: string;
	text: string;
}

const sourcesIn = (root: string, folder: string): Source[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file).split(sep).join('/'))
		.filter((file) => file.endsWith('.ts'))
		.sort()
		.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** The top-level exports of a file, each with its source text. */
const exportsOf = (text: string): Array<{ name: string; source: string }> =>
	text.split(/^(?=export )/m).flatMap((source) => {
		const [, name] = /^export (?:async )?(?:function|const|class) (\w+)/.exec(source) ?? [];
		return name === undefined ? [] : [{ name, source }];
	});

const mentions = (text: string, known: Set<string>): boolean =>
	[...known].some((name) => new RegExp(`\\b${name}\\b`).test(text));

/** The exports of helper files that hold an expression, or that use an export that does. */
function findExpressionHelpers(sources: Source[]): Set<string> {
	const all = sources.flatMap(({ text }) => exportsOf(text));
	const found = new Set<string>();
	for (;;) {
		const more = all.filter(
			({ name, source }) => !found.has(name) && (source.includes(BRACES) || mentions(source, found)),
		);
		if (more.length === 0) return found;
		for (const { name } of more) found.add(name);
	}
}

/**
 * Finds the test files that evaluate n8n expressions: those that hold one, that call n8n's evaluator, or that use a helper
 * with an expression. Computed from the sources, so that a new test need not be listed anywhere; where this cannot see that a
 * test evaluates one, `checkExpressionTest` makes that test fail.
 * @param root of the project
 * @returns paths in the project, sorted
 */
export function findExpressionTests(root: string): string[] {
	const helpers = findExpressionHelpers([...sourcesIn(root, 'test/support'), ...sourcesIn(root, 'simulators')]);
	return sourcesIn(root, 'test')
		.filter(({ file }) => file.endsWith('.test.ts'))
		.filter(({ text }) => EXPRESSION.test(text) || mentions(text, helpers))
		.map(({ file }) => file);
}
