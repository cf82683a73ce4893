package org.limbeck.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptHeader;
import org.limbeck.load.ScriptIndex;
import org.limbeck.load.ScriptSource.InClass;
import org.limbeck.migration.Revision;

/**
 * The scripts of a folder that this compilation does not compile: those that are compiled already, which stay in the
 * index, and those of other modules, which are only known. Not thread-safe.
 */
final class FormerScripts {
    private final Elements elements;
    private final Output output;
    private final List<ScriptHeader> kept = new ArrayList<>();
    private final List<ScriptHeader> foreign = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    FormerScripts(Elements elements, Output output) {
        this.elements = elements;
        this.output = output;
    }

    List<ScriptHeader> kept() {
        return kept;
    }

    List<ScriptHeader> foreign() {
        return foreign;
    }

    List<Problem> problems() {
        return problems;
    }

    /**
     * Looks for them.
     *
     * @param compiled the classes that are compiled now
     * @param packages in which they are
     */
    FormerScripts find(String folder, Set<String> compiled, Set<String> packages) {
        Map<String, InClass> noted = new LinkedHashMap<>();
        Map<String, ScriptHeader> headers = new LinkedHashMap<>();
        output.formerIndex(folder).map(ScriptIndex::compiled).orElse(List.of()).forEach(header -> {
            InClass source = (InClass) header.source();
            noted.put(source.className(), source);
            headers.put(source.className(), header);
        });
        for (String name : names(noted.keySet(), packages)) {
            if (!compiled.contains(name)) {
                find(name, noted.get(name), headers.get(name));
            }
        }
        return this;
    }

    private Set<String> names(Set<String> noted, Set<String> packages) {
        Set<String> names = new TreeSet<>(noted);
        for (String name : packages) {
            PackageElement found = elements.getPackageElement(name);
            if (found != null) {
                ElementFilter.typesIn(found.getEnclosedElements()).stream()
                        .filter(type -> type.getAnnotation(Revision.class) != null)
                        .forEach(type -> names.add(type.getQualifiedName().toString()));
            }
        }
        return names;
    }

    private void find(String name, @Nullable InClass noted, @Nullable ScriptHeader header) {
        TypeElement type = elements.getTypeElement(name);
        Revision revision = type == null ? null : type.getAnnotation(Revision.class);
        boolean ours = output.hasClass(name);
        if (ours && type == null && header != null) {
            kept.add(header);
        } else if (revision != null && ours) {
            keep(name, revision, noted);
        } else if (revision != null) {
            foreign.add(ScriptHeader.of(revision, CompiledScript.source(name, "", "")));
        }
    }

    private void keep(String name, Revision revision, @Nullable InClass noted) {
        InClass source = noted == null
                ? output.source(name)
                        .map(text -> CompiledScript.hashed(name, text))
                        .orElse(null)
                : noted;
        if (source != null) {
            kept.add(ScriptHeader.of(revision, source));
        } else {
            problems.add(Problem.of(
                            ErrorCode.UNREADABLE_SCRIPT, "The former index does not name the script " + name + ".")
                    .why("Its class is compiled already, and its source is not found, so its hash is not known.")
                    .todo("compile all scripts anew")
                    .todo("or say where sources are: -A" + Options.SOURCES + "=src/main/java"));
        }
    }
}
