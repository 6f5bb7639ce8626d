def log = new File(basedir, 'build.log').getText('UTF-8')
def expected = 'consumer on the class path: 9, [12.5, 55.0], PROCESS'
assert log.readLines().contains(expected) : "build.log has no line '$expected'"
return true
