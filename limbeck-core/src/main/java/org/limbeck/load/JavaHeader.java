package org.limbeck.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;
import org.limbeck.load.HeaderOutcome.Bad;
import org.limbeck.load.HeaderOutcome.Found;
import org.limbeck.load.HeaderOutcome.Helper;
import org.limbeck.load.HeaderOutcome.TooShort;
import org.limbeck.load.JavaLexer.Kind;

/** Reads {@code @Revision(...)} of a top-level class without compiling: literals only. Not thread-safe. */
final class JavaHeader {
    private static final String ANNOTATION = "Revision";
    private static final String QUALIFIED = "org.limbeck.migration.Revision";
    private static final Set<String> ELEMENTS = Set.of(
            HeaderFields.ID,
            HeaderFields.DOWN,
            HeaderFields.MESSAGE,
            HeaderFields.DEPENDS_ON,
            HeaderFields.LABELS,
            HeaderFields.PARAMETERS,
            HeaderFields.CREATED);
    private static final Set<String> LISTS =
            Set.of(HeaderFields.DOWN, HeaderFields.DEPENDS_ON, HeaderFields.LABELS, HeaderFields.PARAMETERS);

    private final ScriptSource source;
    private final JavaLexer lexer;
    private final HeaderFields fields;
    private String packageName = "";
    private int depth;
    private int nestedLine;
    private int annotationLine;
    private boolean isAbstract;
    private boolean afterDot;

    private JavaHeader(String text, ScriptSource source) {
        this.source = source;
        this.lexer = new JavaLexer(text);
        this.fields = new HeaderFields(source);
    }

    /**
     * Reads the beginning of a Java file.
     *
     * @param whole whether the text is the whole file
     */
    static HeaderOutcome read(String text, boolean whole, ScriptSource source) {
        JavaHeader header = new JavaHeader(text, source);
        HeaderOutcome outcome;
        try {
            outcome = header.find();
        } catch (LimbeckException e) {
            outcome = new Bad(e.problem());
        }
        return !whole && header.lexer.touchedEnd() ? new TooShort() : outcome;
    }

    /** How many top-level classes of a whole file have the annotation. */
    static int count(String text) {
        JavaLexer lexer = new JavaLexer(text);
        int depth = 0;
        int count = 0;
        boolean at = false;
        for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
            depth += depthOf(lexer);
            count += at && depth == 0 && lexer.is(ANNOTATION) ? 1 : 0;
            at = lexer.is('@');
        }
        return count;
    }

    private HeaderOutcome find() {
        for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
            if (lexer.is('@')) {
                annotation();
            } else if (kind == Kind.SYMBOL) {
                symbol();
            } else if (depth == 0 && kind == Kind.WORD && !afterDot) {
                if (annotationLine > 0 && isTypeKeyword()) {
                    return found();
                }
                word();
            }
            afterDot = lexer.is('.');
        }
        return helper();
    }

    private void symbol() {
        depth += depthOf(lexer);
        boolean declarationEnds = depth == 0 && (lexer.is(';') || lexer.is('}'));
        isAbstract &= !declarationEnds;
    }

    private static int depthOf(JavaLexer lexer) {
        if (lexer.is('{')) {
            return 1;
        }
        return lexer.is('}') ? -1 : 0;
    }

    private boolean isTypeKeyword() {
        return lexer.is("class") || lexer.is("record") || lexer.is("enum") || lexer.is("interface");
    }

    private void word() {
        if (lexer.is("package")) {
            lexer.next();
            packageName = qualifiedName();
        } else if (lexer.is("abstract") || lexer.is("interface")) {
            isAbstract = true;
        } else if (lexer.is("implements")) {
            refuseForgottenAnnotation();
        }
    }

    private void refuseForgottenAnnotation() {
        int line = lexer.line();
        while (!isAbstract && lexer.next() != Kind.END && !lexer.is('{')) {
            if (lexer.is("Migration")) {
                throw unreadable("The class is a migration without @Revision.", line)
                        .todo("write @Revision(id = \"...\", down = \"...\") before it, or make it abstract")
                        .exception();
            }
        }
        depth += depthOf(lexer);
    }

    private void annotation() {
        int line = lexer.line();
        lexer.next();
        String name = lexer.is("org") ? qualifiedName() : lexer.text();
        if (!name.equals(ANNOTATION) && !name.equals(QUALIFIED)) {
            return;
        }
        if (depth > 0) {
            nestedLine = nestedLine == 0 ? line : nestedLine;
            return;
        }
        annotationLine = line;
        arguments();
    }

    /** From the first word of a name to its last, which becomes the last token. */
    private String qualifiedName() {
        StringBuilder name = new StringBuilder(lexer.text());
        while (lexer.next() == Kind.SYMBOL && lexer.is('.')) {
            lexer.next();
            name.append('.').append(lexer.text());
        }
        lexer.back();
        return name.toString();
    }

    private void arguments() {
        lexer.next();
        if (!lexer.is('(')) {
            throw unreadable("@Revision has no id.", annotationLine)
                    .todo("write @Revision(id = \"...\", down = \"...\")")
                    .exception();
        }
        lexer.next();
        while (!lexer.is(')')) {
            argument();
            if (lexer.is(',')) {
                lexer.next();
            } else if (!lexer.is(')')) {
                throw onlyLiterals("@Revision");
            }
        }
    }

    private void argument() {
        String element = lexer.kind() == Kind.WORD ? lexer.text() : "";
        int line = lexer.line();
        if (lexer.kind() == Kind.END) {
            throw unreadable("The header is not closed.", annotationLine).exception();
        }
        if (!ELEMENTS.contains(element)) {
            Problem problem = unreadable("@Revision has no element named " + lexer.text() + ".", line);
            throw Nearest.to(element, ELEMENTS)
                    .map(near -> problem.todo("write " + near + " = ..."))
                    .orElseGet(() -> problem.todo("write id = \"...\", down = \"...\""))
                    .exception();
        }
        if (fields.has(element)) {
            throw unreadable("@Revision gives " + element + " twice.", line).exception();
        }
        lexer.next();
        if (!lexer.is('=')) {
            throw onlyLiterals(element);
        }
        lexer.next();
        fields.put(element, value(element), line);
    }

    private List<String> value(String element) {
        if (!lexer.is('{') || !LISTS.contains(element)) {
            return List.of(literal(element));
        }
        List<String> values = new ArrayList<>();
        lexer.next();
        while (!lexer.is('}')) {
            values.add(literal(element));
            if (lexer.is(',')) {
                lexer.next();
            } else if (!lexer.is('}')) {
                throw onlyLiterals(element);
            }
        }
        lexer.next();
        return values;
    }

    /** Reads one literal and the token behind it. */
    private String literal(String element) {
        if (lexer.kind() != Kind.STRING) {
            throw onlyLiterals(element);
        }
        String value = JavaString.value(lexer.text());
        lexer.next();
        if (!lexer.is(',') && !lexer.is(')') && !lexer.is('}')) {
            throw onlyLiterals(element);
        }
        return value;
    }

    private HeaderOutcome found() {
        lexer.next();
        String name = lexer.text();
        if (!fields.has(HeaderFields.ID)) {
            throw unreadable("@Revision has no id.", annotationLine)
                    .todo("write @Revision(id = \"...\", down = \"...\")")
                    .exception();
        }
        String className = packageName.isEmpty() ? name : packageName + "." + name;
        return new Found(fields.header(ScriptKind.JAVA, className, annotationLine));
    }

    private HeaderOutcome helper() {
        if (nestedLine > 0) {
            throw unreadable("@Revision stands on a class inside another class.", nestedLine)
                    .todo("make it a class of its own, in a file of its own")
                    .exception();
        }
        return new Helper();
    }

    private LimbeckException onlyLiterals(String element) {
        return unreadable("The value of " + element + " in the header is not a string literal.", lexer.line())
                .why("Headers are read without compiling, so constants, concatenation and text blocks are not allowed.")
                .todo("write the text itself, in one pair of double quotes")
                .exception();
    }

    private Problem unreadable(String what, int line) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, what).at(source.name(), line);
    }
}
