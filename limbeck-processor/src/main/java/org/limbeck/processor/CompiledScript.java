package org.limbeck.processor;

import javax.lang.model.element.TypeElement;

import org.limbeck.load.ScriptHeader;
import org.limbeck.load.ScriptSource.InClass;
import org.limbeck.load.SourceHash;

/**
 * A script that is being compiled.
 *
 * @param packageName empty for none
 */
record CompiledScript(TypeElement type, String className, String packageName, ScriptHeader header) {

    /** Where a class is, with the hashes of its source. */
    static InClass hashed(String className, String text) {
        return source(className, SourceHash.ofJava(text), SourceHash.ofCode(text));
    }

    static InClass source(String className, String sourceHash, String codeHash) {
        return new InClass(CompiledScript.class.getClassLoader(), className, sourceHash, codeHash);
    }
}
