def log = new File(basedir, 'build.log').text
assert log.contains('443/tcp is registered for https')
assert log.contains('1326/tcp is a ghost: wimsic')
assert log.contains('51413/tcp is UNLISTED')
