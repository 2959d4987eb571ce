def application(environ, start_response):
    start_response("200 OK", [])
    return [b"hi"]


async def asgi(scope, receive, send):
    while scope["type"] == "lifespan":
        message = await receive()
        await send({"type": message["type"] + ".complete"})
        print("up" if message["type"] == "lifespan.startup" else "got shutdown", flush=True)
        if message["type"] == "lifespan.shutdown":
            return
