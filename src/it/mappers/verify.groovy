def log = new File(basedir, 'build.log').text
['Jackson 3', 'Jackson 2', 'Gson'].each {
    assert log =~ /(?m)^${it}: equal, \d+ rows, "set":"22,80,6000-6063","ports":"tcp 22,53; udp 53",/
}
assert log.contains('Spring Boot: equal, 1 rows')

// What README shows is what ran.
def source = new File(basedir, 'src/main/java/example/mappers/RoundTrip.java').readLines()*.trim()
def readme = new File(basedir, '../../../README.md').text
def blocks = readme.split('```').findAll { it.contains("import tools.jackson") }
assert blocks.size() == 1
assert blocks.collectMany { it.readLines().drop(1)*.trim() } - '' - source == []
