package org.limbeck.migration;

import java.util.List;
import java.util.Map;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** The declared parameters of a revision and their values. */
record Parameters(List<String> declared, Map<String, String> values) {

    Parameters {
        declared = List.copyOf(declared);
        values = Map.copyOf(values);
    }

    String value(String name) {
        if (!declared.contains(name)) {
            throw Problem.of(
                            ErrorCode.UNDECLARED_PARAMETER,
                            "The script reads the parameter '" + name + "' but its header does not declare it")
                    .at(ScriptFrame.place())
                    .todo("@Revision(..., parameters = {\"" + name + "\"})")
                    .exception();
        }
        String value = values.get(name);
        if (value == null) {
            throw Problem.of(ErrorCode.MISSING_PARAMETER, "The parameter '" + name + "' has no value")
                    .at(ScriptFrame.place())
                    .todo("Give it with  -x " + name + "=...")
                    .exception();
        }
        return value;
    }
}
