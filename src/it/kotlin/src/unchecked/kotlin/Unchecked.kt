package example.rules

import io.github.portregistry.PortAssignment
import io.github.portregistry.PortRegistry

/** Takes a port, a transport, a date, an alias and an edition's date for granted: five errors. */
fun port(assignment: PortAssignment): Int = assignment.ports().first()

fun transport(assignment: PortAssignment): String = assignment.transport().keyword()

fun year(assignment: PortAssignment): Int = assignment.registrationDate().year()

fun canonical(assignment: PortAssignment): String = assignment.aliasOf()

fun newest(registry: PortRegistry): Int = registry.edition().newestDate().year()
