using BlogKit.AspNetCore;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Where below a blog's path the endpoints of the open web are.</summary>
internal static class OpenWebAddresses
{
    public static string Webmention(BlogLinks links) => links.Below("/webmention");

    public static string Micropub(BlogLinks links) => links.Below("/micropub");

    public static string MicropubMedia(BlogLinks links) => links.Below("/micropub/media");

    public static string XmlRpc(BlogLinks links) => links.Below("/xmlrpc");

    public static string Rsd(BlogLinks links) => links.Below("/rsd.xml");
}
