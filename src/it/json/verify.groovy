def log = new File(basedir, 'build.log').text
assert log.contains('"serviceName":"https","ports":{"first":443,"last":443},"transport":"TCP"')
assert log =~ /Jackson 3: equal, \d+ rows/
assert log =~ /Jackson 2: equal, \d+ rows/
