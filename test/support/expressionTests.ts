import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** An expression as a parameter holds it, or a call of n8n's own evaluator. */
const EXPRESSION = /=\{\{|\bexpression\.(?:withIsolate|getParameterValue|getSimpleParameterValue)\b/;

/** What every expression has; a template may put text between its `=` and this. */
const BRACES = '{{';

/** A text that is one column and nothing else: the nodes read it from the item, with either engine (decision 114). */
const COLUMN = /(['"`])=\{\{ \$json\.\w+ \}\}\1/g;

/** What the tests of reliability strain is ours, and a text of 10 MB takes n8n's sandbox itself seconds. */
const RELIABILITY = 'test/reliability/';

/**
 * Whether a test runs with one expression engine alone: its expressions meet both engines in another test, or what it tests
 * is not a matter of expressions (a race of two writers, the effect of a field).
 * @param file its path in the project, with forward slashes
 */
export const runsOnce = (file: string): boolean => file.endsWith('.once.test.ts') || file.startsWith(RELIABILITY);

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
		.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8').replace(COLUMN, '') }));

/** What a file imports by name from other files of the project. A default or a whole module does not count. */
const importsOf = (text: string): string[] =>
	[...text.matchAll(/^import (?:type )?\{([^}]*)\} from '\./gm)].flatMap(([, names = '']) =>
		names.split(',').map(
			(name) =>
				name
					.replace(/^\s*type /, '')
					.trim()
					.split(' as ')[0] ?? '',
		),
	);

interface Export {
	name: string;
	/** its source text, with what follows up to the next export */
	source: string;
	/** names of the project that its source may use */
	scope: string[];
}

/** The top-level exports of a file. */
function exportsOf(text: string): Export[] {
	const named = text.split(/^(?=export )/m).flatMap((source) => {
		const [, name] = /^export (?:async )?(?:function|const|class) (\w+)/.exec(source) ?? [];
		return name === undefined ? [] : [{ name, source }];
	});
	const scope = [...importsOf(text), ...named.map(({ name }) => name)];
	return named.map((each) => ({ ...each, scope }));
}

/** The exports of helper files that hold an expression, call n8n's evaluator, or use an export that does. */
function findExpressionHelpers(sources: Source[]): Set<string> {
	const all = sources.flatMap(({ text }) => exportsOf(text));
	const found = new Set<string>();
	const usesFound = ({ source, scope }: Export) =>
		scope.some((name) => found.has(name) && new RegExp(`\\b${name}\\b`).test(source));
	for (;;) {
		const more = all.filter(
			(each) =>
				!found.has(each.name) &&
				(each.source.includes(BRACES) || EXPRESSION.test(each.source) || usesFound(each)),
		);
		if (more.length === 0) return found;
		for (const { name } of more) found.add(name);
	}
}

/**
 * Finds the test files that evaluate n8n expressions other than a column: those that hold one, that call n8n's evaluator, or
 * that use a helper that does. Computed from the sources, so that a new test need not be listed anywhere; where this cannot see that a
 * test evaluates one, `checkExpressionTest` makes that test fail. Those of {@link runsOnce} do not count.
 * @param root of the project
 * @returns paths in the project, sorted
 */
export function findExpressionTests(root: string): string[] {
	const all = sourcesIn(root, 'test');
	// The bench itself evaluates what it is given: what that is, checkExpressionTest sees.
	const support = all.filter(({ file }) => !file.endsWith('.test.ts') && !file.startsWith('test/support/bench/'));
	const helpers = findExpressionHelpers([...support, ...sourcesIn(root, 'simulators')]);
	return all
		.filter(({ file }) => file.endsWith('.test.ts') && !runsOnce(file))
		.filter(({ text }) => EXPRESSION.test(text) || importsOf(text).some((name) => helpers.has(name)))
		.map(({ file }) => file);
}
