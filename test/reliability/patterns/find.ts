import ts from 'typescript';
import { read, sourcesIn } from '../../architecture/imports';

/** A regular expression of the sources. */
export interface Pattern {
	/** Such as `nodes/shared/values/text.ts:6`. */
	place: string;
	source: string;
	flags: string;
}

/** What the sources are found to hold, with what could not be understood. */
interface Found {
	patterns: Pattern[];
	/** Patterns that are put together from values that this test does not know. */
	unknown: string[];
}

/** Values that come from elsewhere, one for each name: the prefixes of Twilio's SIDs, a key's forms. */
const samples: Record<string, string> = { prefix: 'WK', anyForm: 'k-ey/1|a2V5\\-\\/1' };

/** Every regular expression that ships: literals and `new RegExp(…)`. */
export function patternsIn(files = sourcesIn('nodes', 'credentials')): Found {
	const found: Found = { patterns: [], unknown: [] };
	for (const file of files) collect(file, found);
	return found;
}

export function collect(file: string, found: Found, text = read(file)): void {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const visit = (node: ts.Node): void => {
		const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			found.patterns.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
		} else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
			const [pattern, flags] = (node.arguments ?? []).map((argument) => textOf(argument, source));
			if (pattern === undefined) found.unknown.push(place);
			else found.patterns.push({ place, source: pattern, flags: flags ?? '' });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
}

/** The text of a literal or a template, with the constants of its file and the samples put in. */
function textOf(node: ts.Node, source: ts.SourceFile): string | undefined {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
	if (ts.isIdentifier(node)) return samples[node.text] ?? constantOf(node.text, source);
	if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
		return ts.isNoSubstitutionTemplateLiteral(node.template)
			? node.template.rawText
			: templateText(node.template, source, ({ rawText }) => rawText);
	}
	return ts.isTemplateExpression(node) ? templateText(node, source, ({ text }) => text) : undefined;
}

type Part = ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function templateText(
	{ head, templateSpans }: ts.TemplateExpression,
	source: ts.SourceFile,
	partText: (part: Part) => string | undefined,
): string | undefined {
	let text = partText(head) ?? '';
	for (const { expression, literal } of templateSpans) {
		const inner = textOf(expression, source);
		if (inner === undefined) return undefined;
		text += `${inner}${partText(literal) ?? ''}`;
	}
	return text;
}

function constantOf(name: string, source: ts.SourceFile): string | undefined {
	for (const statement of source.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		const declared = statement.declarationList.declarations.find((one) => one.name.getText() === name);
		if (declared?.initializer) return textOf(declared.initializer, source);
	}
	return undefined;
}
