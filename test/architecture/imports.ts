import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(__dirname, '../..');

export interface Import {
	/** The importing file, relative to the project, with forward slashes. */
	from: string;
	/** A file of the project in the same form, or the bare specifier of a package. */
	to: string;
}

const posix = (file: string): string => file.split(path.sep).join('/');

/** All TypeScript sources of the folders, relative to the project, sorted. */
export function sourcesIn(...folders: string[]): string[] {
	return folders
		.filter((folder) => existsSync(path.join(root, folder)))
		.flatMap((folder) =>
			readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
				posix(path.join(folder, file)),
			),
		)
		.filter((file) => file.endsWith('.ts'))
		.sort();
}

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/**
 * Everything a source takes from elsewhere, type-only imports included: static, re-exported, `import()`, `require()`
 * and `import('…').Type`. TypeScript's own parser, so that a comment or a string is never mistaken for an import.
 */
export function importsOf(file: string, text = read(file)): Import[] {
	const found: Import[] = [];
	const visit = (node: ts.Node): void => {
		const specifier = specifierOf(node);
		if (specifier !== undefined) found.push({ from: file, to: resolveFrom(file, specifier) });
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return found;
}

/** What loading a source loads with it: no types, and nothing that it imports only when it runs. */
export function loadedWith(file: string, text = read(file)): string[] {
	return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements.flatMap((statement) => {
		if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
		const specifier = textOf(statement.moduleSpecifier);
		return specifier === undefined || isOfTypes(statement) ? [] : [resolveFrom(file, specifier)];
	});
}

function isOfTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
	const { phaseModifier, name, namedBindings } = statement.importClause ?? {};
	if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	return (
		name === undefined &&
		namedBindings !== undefined &&
		ts.isNamedImports(namedBindings) &&
		namedBindings.elements.every((one) => one.isTypeOnly)
	);
}

function specifierOf(node: ts.Node): string | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
	if (ts.isExternalModuleReference(node)) return textOf(node.expression);
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
	if (!ts.isCallExpression(node)) return undefined;
	const { expression } = node;
	const loads =
		expression.kind === ts.SyntaxKind.ImportKeyword ||
		(ts.isIdentifier(expression) && expression.text === 'require');
	return loads ? textOf(node.arguments[0]) : undefined;
}

/** A specifier that is computed is nobody's to check, hence never allowed: it comes back as its source text. */
const textOf = (node: ts.Node | undefined): string | undefined =>
	node && (ts.isStringLiteralLike(node) ? node.text : node.getText());

const resolveFrom = (file: string, specifier: string): string =>
	specifier.startsWith('.') ? posix(path.join(path.dirname(file), specifier)) : specifier;

/** The names and texts a source is made of, without its comments: those may cite a vendor's page as evidence. */
export function wordsOf(file: string, text = read(file)): string[] {
	const words: string[] = [];
	const visit = (node: ts.Node): void => {
		if (
			ts.isIdentifier(node) ||
			ts.isLiteralExpression(node) ||
			ts.isTemplateMiddleOrTemplateTail(node) ||
			ts.isTemplateHead(node)
		) {
			words.push(node.text);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return words;
}
