package example.firewall;

import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens on ports while a command runs that is to connect to them: {@code Listener SCRIPT PORT...}. The script is
 * bash's, and gets the ports as its arguments and the number of this process as {@code HOST}.
 */
final class Listener {

    private Listener() {}

    public static void main(String[] args) throws Exception {
        List<ServerSocket> sockets = new ArrayList<>();
        for (String port : List.of(args).subList(1, args.length)) {
            sockets.add(new ServerSocket(Integer.parseInt(port))); // the kernel itself answers who connects
        }
        ProcessBuilder command = new ProcessBuilder("bash").inheritIO();
        command.command().addAll(List.of(args));
        command.environment().put("HOST", Long.toString(ProcessHandle.current().pid()));
        int exitCode = command.start().waitFor();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        System.exit(exitCode);
    }
}
