package org.limbeck.load;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.load.JavaLexer.Kind;

/**
 * The part of a Java script that decides what it does on the way up: the members of its classes without {@code
 * downgrade} and {@code verify}; no package, imports or header. Not thread-safe.
 */
final class JavaCode {
    private final JavaLexer lexer;
    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private final List<String> member = new ArrayList<>();
    private boolean leftOut;
    private int depth;

    private JavaCode(String source) {
        this.source = source;
        this.lexer = new JavaLexer(source);
    }

    /** The tokens, in order. */
    static List<String> tokens(String source) {
        JavaCode code = new JavaCode(source);
        code.skipToBody();
        code.members();
        return code.tokens;
    }

    private void skipToBody() {
        boolean type = false;
        boolean afterDot = false;
        int braces = 0;
        while (lexer.next() != Kind.END && !(type && braces == 0 && lexer.is('{'))) {
            braces += depthOf();
            type |= braces == 0 && !afterDot && isTypeKeyword();
            afterDot = lexer.is('.');
        }
        depth = 1;
    }

    private boolean isTypeKeyword() {
        return lexer.is("class") || lexer.is("record") || lexer.is("enum") || lexer.is("interface");
    }

    private int depthOf() {
        if (lexer.is('{')) {
            return 1;
        }
        return lexer.is('}') ? -1 : 0;
    }

    private void members() {
        while (lexer.next() != Kind.END) {
            depth += depthOf();
            boolean named = lexer.is("downgrade") || lexer.is("verify");
            member.add(lexer.text());
            if (depth == 1 && named) {
                leftOut |= isMethod();
            }
            if (depth <= 1 && (lexer.is(';') || lexer.is('}'))) {
                endMember();
            }
        }
        endMember();
    }

    private boolean isMethod() {
        int next = lexer.end();
        while (next < source.length() && source.charAt(next) <= ' ') {
            next++;
        }
        return next < source.length() && source.charAt(next) == '(' && !member.contains("=");
    }

    private void endMember() {
        if (!leftOut) {
            tokens.addAll(member);
        }
        member.clear();
        leftOut = false;
    }
}
