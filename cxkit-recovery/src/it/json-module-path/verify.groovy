def log = new File(basedir, 'build.log').getText('UTF-8')
def expected = 'JSON on the module path: Jackson 2 and 3 wrote and read 8 results'
assert log.readLines().contains(expected) : "build.log has no line '$expected'"
return true
