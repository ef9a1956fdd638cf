# Copies lines of ss, netstat and a firewall's log, and adds the labels of their ports from a file.
use strict;
use warnings;

my %labels;
open my $file, '<', shift or die $!;
while (<$file>) {
    chomp;
    $labels{ (split / /)[0] } = $_;
}
while (<STDIN>) {
    chomp;
    my $transport = lc(/PROTO=(\w+)/ ? $1 : (split / /)[0]);
    my @ports = /PROTO=/ ? /[SD]PT=(\d+)/g : /:(\d+)(?!\S)/g;
    print $_, '  # ', join('; ', map { $labels{"$_/$transport"} } @ports), "\n";
}
