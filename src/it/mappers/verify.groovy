def log = new File(basedir, 'build.log').text
['Jackson 3', 'Jackson 2', 'Gson'].each {
    assert log =~ /(?m)^${it}: equal, \d+ rows, "set":"22,80,6000-6063","ports":"tcp 22,53; udp 53",/
}
assert log.contains('Spring Boot: equal, 1 rows')

// Without the module all is lost, of a diff even with it. An edition comes out whole.
['Jackson 3', 'Jackson 2'].each { mapper ->
    ['PortSet', 'PortsByTransport', 'RegistryDiff'].each { assert log.contains("${mapper}, ${it}: {\"empty\":false}\n") }
    assert log.contains("${mapper} with the module, PortSet: \"80\"\n")
    assert log.contains("${mapper} with the module, PortsByTransport: \"tcp 22\"\n")
    assert log.contains("${mapper} with the module, RegistryDiff: {\"empty\":false}\n")
    assert log =~ /(?m)^${mapper}, edition: true \{"rows":\d+,"newestDate":\{.*\},"asOf":\{.*\},"peopleAsOf":\{.*\},"sha256":"\w{64}","fileName":null\}$/
}

// An end that is missing is read as 0, and is an error only if the mapper is told so.
['{"last":443}': '0-443', '{}': '0'].each { json, madeUp ->
    ['Gson', 'Jackson 3', 'Jackson 2'].each { assert log.contains("${it}, ${json}: ${madeUp}\n") }
    ['Jackson 3', 'Jackson 2'].each { assert log.contains("${it}, strict, ${json}: refused by MismatchedInputException\n") }
}
assert log.contains('Spring Boot, 22: refused by BindException')
assert log.contains("Spring Boot, '22': 22\n")

// What the guide shows is what ran.
def source = new File(basedir, 'src/main/java/example/mappers/RoundTrip.java').readLines()*.trim()
def page = new File(basedir, '../../../src/site/markdown/configuration-and-json.md').text
def blocks = page.split('```').findAll { it.contains("import tools.jackson") }
assert blocks.size() == 1
assert blocks.collectMany { it.readLines().drop(1)*.trim() } - '' - source == []
