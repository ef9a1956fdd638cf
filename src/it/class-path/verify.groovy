def log = new File(basedir, 'build.log').text
assert log.findAll(/(?m)^443\/tcp is registered for https$/).size() == 3
assert log.findAll(/(?m)^1326\/tcp is registered for wimsic; no row cites a document$/).size() == 3
assert log.count('51413/tcp is UNLISTED') == 3
assert log.contains('answered by example.relocated.PortRegistry')
assert log.count('answered by io.github.portregistry.PortRegistry') == 2
