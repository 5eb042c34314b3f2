using System.Text;
using System.Xml;

namespace BlogKit.Internal;

/// <summary>Writes XML in UTF-8, with only such characters as XML can hold. Compiled into every package that does.</summary>
internal static class XmlBytes
{
    public static byte[] Write(Action<XmlWriter> write)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(
            memory, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            write(xml);
        }

        return memory.ToArray();
    }

    public static void Element(this XmlWriter xml, string name, string text, string? space = null)
    {
        xml.WriteStartElement(name, space);
        xml.WriteString(XmlCharacters.Legal(text));
        xml.WriteEndElement();
    }

    public static void Link(this XmlWriter xml, string rel, string href, string? type, string space)
    {
        xml.WriteStartElement("link", space);
        xml.WriteAttributeString("rel", rel);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", XmlCharacters.Legal(href));
        xml.WriteEndElement();
    }
}
