def log = new File(basedir, 'build.log').text
assert log.contains('tcp dport 6000-6063 # x11')
assert !log.contains('# ospf')
['PortInterval?', 'TransportProtocol?', 'RegistryDate?'].each {
    assert log.contains("non-null asserted (!!.) calls are allowed on a nullable receiver of type '${it}'")
}
// Maven repeats each error at the end.
assert log.findAll(/Unchecked\.kt:\d+:\d+ .* a nullable receiver of type/).unique().size() == 4
assert log.contains("Return type mismatch: expected 'String', actual 'String?'")
