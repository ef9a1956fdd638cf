import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
assert log =~ /(?m)^22\/tcp ssh, answered by s\.\w+$/
assert log =~ /(?m)^bundled, \d[\d,]* rows, /

def classes = { jar ->
    new ZipFile(new File(basedir, "target/${jar}.jar")).withCloseable { it.stream().filter { it.name.endsWith('.class') }.count() }
}
assert classes('shrunk') < classes('relocated')
