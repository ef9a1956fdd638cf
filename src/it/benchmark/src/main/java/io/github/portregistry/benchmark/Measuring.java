package io.github.portregistry.benchmark;

import java.nio.file.Path;

/**
 * What a group of rows is made with.
 *
 * @param effort how much time is spent
 * @param folder where files may be written
 * @param results what JMH has measured for the group
 * @param table where the rows go
 */
record Measuring(Effort effort, Path folder, Results results, Table table) {}
