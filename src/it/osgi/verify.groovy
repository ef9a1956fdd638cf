import java.util.jar.JarFile

def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[https 443\/tcp\], answered by io\.github\.portregistry\.port-registry \[\d+\]/

def jar = new File(basedir, 'target/bundles').listFiles().find { it.name.startsWith('port-registry-') }
def headers = new JarFile(jar).manifest.mainAttributes
assert headers.getValue('Export-Package') ==~
        /io\.github\.portregistry;uses:="org\.jspecify\.annotations";version="[\d.]+"/
assert headers.getValue('Import-Package') ==
        'org.jspecify.annotations;resolution:=optional;version="[1.0,2)",org.apache.commons.csv;version="[1.14,2)"'
