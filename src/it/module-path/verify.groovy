def log = new File(basedir, 'build.log').text
assert log.contains('wimsic 1326/TCP')
assert log.contains('submissions 465/TCP')
assert log.count('answered by module io.github.portregistry, which exports [io.github.portregistry]') == 2
