public class Handler {
  public static void main(String[] arguments) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("got shutdown")));
    System.out.println("up");
    Thread.sleep(Long.MAX_VALUE);
  }
}
