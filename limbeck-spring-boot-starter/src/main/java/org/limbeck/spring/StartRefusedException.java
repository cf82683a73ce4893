package org.limbeck.spring;

import org.springframework.boot.ExitCodeGenerator;

import org.limbeck.error.LimbeckException;

/** A start that is refused or failed; the process ends with the exit code of the error. */
public final class StartRefusedException extends LimbeckException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    StartRefusedException(LimbeckException reason) {
        super(reason.problems(), reason.getCause());
    }

    @Override
    public int getExitCode() {
        return code().exitCode();
    }
}
