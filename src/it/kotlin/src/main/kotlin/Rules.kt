package example.rules

import io.github.portregistry.PortAssignment
import io.github.portregistry.PortRegistry

/** Prints an nftables match for each service that is named on the command line. */
fun main(serviceNames: Array<String>) {
    val registry = PortRegistry.bundled()
    for (name in serviceNames) {
        registry.findByName(name).mapNotNull { it.match() }.distinct().forEach(::println)
    }
    println("# newest date: ${registry.edition().newestDate()?.yearMonth() ?: "none"}")
}

/** The match, or null where the service has no port. */
fun PortAssignment.match(): String? {
    val ports = ports() ?: return null
    val transport = transport()?.keyword() ?: "th"
    val alias = aliasOf()?.let { ", another name of $it" }.orEmpty()
    return "$transport dport $ports # ${serviceName()}$alias"
}
