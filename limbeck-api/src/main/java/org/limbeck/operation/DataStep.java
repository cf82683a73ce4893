package org.limbeck.operation;

import org.limbeck.data.Data;

/** The code of a data step. */
@FunctionalInterface
public interface DataStep {

    /**
     * @param data the connection and batches; not to be kept
     * @throws Exception any failure; the step's transaction is rolled back
     */
    void run(Data data) throws Exception;
}
