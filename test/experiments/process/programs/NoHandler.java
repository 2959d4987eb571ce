public class NoHandler {
  public static void main(String[] arguments) throws Exception {
    System.out.println("up");
    Thread.sleep(Long.MAX_VALUE);
  }
}
