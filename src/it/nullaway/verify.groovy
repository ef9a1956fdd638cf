def log = new File(basedir, 'build.log').text
['assignment.ports()', 'assignment.transport()', 'assignment.registrationDate()', 'registry.edition().newestDate()'].each {
    assert log.contains("[NullAway] dereferenced expression '${it}' is @Nullable")
}
['withDefinition', 'union', 'port'].each {
    assert log =~ /(?m)^\[ERROR\] .*Dropped\.java:.*\[CheckReturnValue\] The result of `${it}\(/
}
assert log.contains('[NullAway] returning @Nullable expression from method with @NonNull return type')
