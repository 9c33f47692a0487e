/** What a source file names: for documents and tests that point at code. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { ROOT } from "../../scripts/lib/places.ts";

export interface Names {
  /** Types, functions, classes and constants that other files may import; those passed on too. */
  exported: ReadonlySet<string>;
  /** Types and classes that it declares, exported or not: name → whether it is exported. */
  types: ReadonlyMap<string, boolean>;
  /** Words that a type consists of: `"hidden"` of a state. */
  literals: ReadonlySet<string>;
  /** `Column.aliases`, `Batch.takeIn`, `RowReader.#body`: fields and methods of its types and classes. */
  members: ReadonlySet<string>;
}

export const SOURCES: readonly string[] = readdirSync(join(ROOT, "src"), {
  recursive: true,
  encoding: "utf8",
})
  .map((file) => posix.join("src", file.replaceAll("\\", "/")))
  .filter((file) => file.endsWith(".ts"))
  .toSorted();

export function namesIn(file: string): Names {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), "utf8"),
    ts.ScriptTarget.Latest,
  );
  const exported = new Set<string>();
  const types = new Map<string, boolean>();
  const literals = new Set<string>();
  const members = new Set<string>();
  for (const statement of source.statements) {
    const isExported =
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const declared = namesOf(statement);
    if (isExported) for (const name of declared) exported.add(name);
    if (ts.isExportDeclaration(statement)) {
      const { exportClause } = statement;
      if (exportClause && ts.isNamedExports(exportClause)) {
        for (const { name } of exportClause.elements) exported.add(name.text);
      }
    }
    const [name] = declared;
    if (name === undefined || !isType(statement)) continue;
    types.set(name, isExported);
    for (const member of membersOf(statement)) members.add(`${name}.${member}`);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) {
      literals.add(node.literal.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { exported, types, literals, members };
}

/** Whether a file has what a document calls by this name. */
export function hasName(file: string, name: string): boolean {
  const { exported, literals, members } = namesIn(file);
  return exported.has(name) || literals.has(name) || members.has(name);
}

type TypeStatement = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration;

function isType(node: ts.Node): node is TypeStatement {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node)
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  const named = isType(statement) || ts.isFunctionDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
}

function membersOf(statement: TypeStatement): string[] {
  const list: readonly ts.NamedDeclaration[] = !ts.isTypeAliasDeclaration(statement)
    ? statement.members
    : ts.isTypeLiteralNode(statement.type)
      ? statement.type.members
      : [];
  return list.flatMap(({ name }) =>
    name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? [name.text] : [],
  );
}
