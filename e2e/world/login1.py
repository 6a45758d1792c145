#!/usr/bin/python3
"""Stands for systemd's org.freedesktop.login1 on the bus at DBUS_SYSTEM_BUS_ADDRESS.

Python, because an inhibitor lock is a file descriptor that goes over the bus, which no JavaScript D-Bus library
does without native code. Reads one word a line: sleep, wake, shutdown. Says which locks are taken and let go.
"""
import os
import sys

import dbus
import dbus.bus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

MANAGER = "org.freedesktop.login1.Manager"


class Login(dbus.service.Object):
    @dbus.service.method(MANAGER, in_signature="ssss", out_signature="h")
    def Inhibit(self, what, who, why, mode):
        ours, theirs = os.pipe()
        print(f"taken {what}", flush=True)

        def let_go(descriptor, _condition):
            os.close(descriptor)
            print(f"released {what}", flush=True)
            return False

        GLib.io_add_watch(ours, GLib.IO_HUP, let_go)
        lock = dbus.types.UnixFd(theirs)
        os.close(theirs)
        return lock

    @dbus.service.signal(MANAGER, signature="b")
    def PrepareForSleep(self, begins):
        pass

    @dbus.service.signal(MANAGER, signature="b")
    def PrepareForShutdown(self, begins):
        pass


def listen(login, loop):
    def on_word(stream, _condition):
        word = stream.readline()
        if not word:
            loop.quit()
            return False
        if word.strip() == "sleep":
            login.PrepareForSleep(True)
        elif word.strip() == "wake":
            login.PrepareForSleep(False)
        elif word.strip() == "shutdown":
            login.PrepareForShutdown(True)
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, on_word)


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
connection = dbus.bus.BusConnection(os.environ["DBUS_SYSTEM_BUS_ADDRESS"])
name = dbus.service.BusName("org.freedesktop.login1", connection)
main_loop = GLib.MainLoop()
listen(Login(connection, "/org/freedesktop/login1"), main_loop)
print("ready", flush=True)
main_loop.run()
