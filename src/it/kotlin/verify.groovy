def log = new File(basedir, 'build.log').text
assert log.contains('tcp dport 6000-6063 # x11')
assert !log.contains('# ospf')
['PortInterval?', 'TransportProtocol?', 'RegistryDate?'].each {
    assert log.contains("non-null asserted (!!.) calls are allowed on a nullable receiver of type '${it}'")
}
assert log.count('a nullable receiver of type') == 4
assert log.contains("actual type is 'String?', but 'String' was expected")
