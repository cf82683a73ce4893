package org.limbeck.processor;

import java.lang.annotation.AnnotationTypeMismatchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.MessageRule;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptHeader;
import org.limbeck.migration.Revision;

/**
 * Checks all that {@link Revision} says while scripts are compiled, and writes the index by which an application finds
 * them: {@code META-INF/limbeck/<folder>.index}, see {@link org.limbeck.load.ScriptIndex}. A package is a folder.
 *
 * <p>Made by the compiler; not thread-safe.
 */
public final class RevisionProcessor extends AbstractProcessor {
    private final Map<String, History> histories = new TreeMap<>();
    private final Map<String, String> fileOf = new HashMap<>();
    private @Nullable Work work;
    private boolean incomplete;

    /** What the processor works with. */
    private record Work(Options options, Output output, Sources sources, ScriptShape shape, Reporter reporter) {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Revision.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.NAMES;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Reporter reporter = new Reporter(environment.getMessager());
        Options options = Options.of(Map.of());
        try {
            options = Options.of(environment.getOptions());
        } catch (LimbeckException e) {
            e.problems().forEach(reporter::error);
        }
        Output output = new Output(environment.getFiler(), options);
        ScriptShape shape = new ScriptShape(environment.getElementUtils(), environment.getTypeUtils());
        work = new Work(options, output, new Sources(environment, output), shape, reporter);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Work tools = work;
        if (tools == null) {
            return false;
        }
        for (Element element : round.getElementsAnnotatedWith(Revision.class)) {
            if (element instanceof TypeElement type) {
                collect(tools, type);
            }
        }
        // What is wrong with single scripts does not hide what is wrong with the graph; what the compiler refuses does.
        boolean known = !incomplete && (tools.reporter.failed() || !round.errorRaised());
        if (round.processingOver() && known) {
            finish(tools);
        }
        return false;
    }

    private void collect(Work tools, TypeElement type) {
        String className = processingEnv.getElementUtils().getBinaryName(type).toString();
        tools.reporter.know("classpath:" + className, type);
        tools.shape.problem(type).ifPresent(problem -> tell(tools, problem, className));
        try {
            add(tools, type, className);
        } catch (LimbeckException e) {
            incomplete = true;
            e.problems().forEach(problem -> tell(tools, problem, className));
        } catch (AnnotationTypeMismatchException e) {
            // The compiler tells that a value is of the wrong type.
            incomplete = true;
        }
    }

    private static void tell(Work tools, Problem problem, String className) {
        tools.reporter.error(problem.at("classpath:" + className, 0));
    }

    private void add(Work tools, TypeElement type, String className) {
        Revision revision = type.getAnnotation(Revision.class);
        String text = tools.sources.text(type, className).orElseThrow(() -> noSource(className));
        ScriptHeader header = ScriptHeader.of(revision, CompiledScript.hashed(className, text));
        checkMessage(tools, header.node().message(), className);
        String other = fileOf.putIfAbsent(text, className);
        if (other != null) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The file holds more than one revision.")
                    .why(other + " is there too")
                    .todo("give each its own file")
                    .exception();
        }
        String packageName = processingEnv
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
        histories
                .computeIfAbsent(tools.options.folder(packageName), History::new)
                .add(new CompiledScript(type, className, packageName, header));
    }

    private static void checkMessage(Work tools, String message, String className) {
        try {
            MessageRule.require(tools.options.messagePattern(), message);
        } catch (LimbeckException e) {
            tell(tools, e.problem(), className);
        }
    }

    private static LimbeckException noSource(String className) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The source of the script " + className + " is not found.")
                .why("The build tool hides it, and it is not where sources usually are.")
                .todo("add the option -A" + Options.SOURCES + "=src/main/java")
                .exception();
    }

    private void finish(Work tools) {
        histories.values().forEach(history -> complete(tools, history));
        histories.values().forEach(history -> check(tools, history));
        if (!tools.reporter.failed()) {
            histories.values().forEach(history -> write(tools, history));
        }
    }

    private void complete(Work tools, History history) {
        FormerScripts former = new FormerScripts(processingEnv.getElementUtils(), tools.output)
                .find(history.folder(), history.classNames(), history.packages());
        former.problems().forEach(tools.reporter::error);
        history.add(former);
        try {
            history.readSql(tools.output.resources());
        } catch (LimbeckException e) {
            e.problems().forEach(tools.reporter::error);
        }
    }

    private void check(Work tools, History history) {
        List<RevisionNode> others = new ArrayList<>(history.foreign());
        for (History other : histories.values()) {
            if (other != history) {
                others.addAll(other.nodes());
            }
        }
        tools.options.elsewhere().forEach(id -> others.add(RevisionNode.of(id)));
        try {
            Optional<Problem> heads = new GraphCheck(history.nodes(), others).severalHeads(history.name());
            heads.ifPresent(problem -> tellHeads(tools, problem));
        } catch (LimbeckException e) {
            e.problems().forEach(tools.reporter::error);
        }
    }

    private static void tellHeads(Work tools, Problem problem) {
        switch (tools.options.heads()) {
            case ERROR -> tools.reporter.error(problem);
            case WARNING -> tools.reporter.warning(problem);
            case ALLOW -> {}
        }
    }

    private static void write(Work tools, History history) {
        if (history.folder().isEmpty()) {
            return;
        }
        Element[] scripts =
                history.compiled().stream().map(CompiledScript::type).toArray(Element[]::new);
        boolean complete = !tools.output.resources().isEmpty();
        try {
            tools.output.write(history.folder(), history.index(complete), scripts);
        } catch (LimbeckException e) {
            e.problems().forEach(tools.reporter::error);
        }
    }
}
