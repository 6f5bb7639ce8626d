def log = new File(basedir, 'build.log').getText('UTF-8')
def expected = 'consumer on the class path: 9, 25.0 (95% CI 9.4 to 39.3, n=100), 3.0 min, COMPENSATION 100.0'
assert log.readLines().contains(expected) : "build.log has no line '$expected'"
// A mean of one answer has no interval, which the library says at DEBUG; no provider of SLF4J is there to hear it.
assert log.contains('consumer has no interval') : 'build.log does not show that there was something to say'
assert !log.contains('SLF4J') : 'SLF4J was touched without a provider'
return true
