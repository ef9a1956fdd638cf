def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^443\/tcp is registered for https$/
assert log =~ /(?m)^1326\/tcp is registered for wimsic; no row cites a document$/
assert log.contains('51413/tcp is UNLISTED')
assert log.contains('"serviceName":"https","ports":{"first":443,"last":443},"transport":"TCP"')
assert log =~ /Jackson 3: equal, \d+ rows/
assert log =~ /Jackson 2: equal, \d+ rows/
