using System.Globalization;
using System.Xml;
using BlogKit.Internal;

namespace BlogKit.OpenWeb.Internal;

/// <summary>Writes answers of XML-RPC. Values are strings, integers, booleans, dates, lists and dictionaries.</summary>
internal static class XmlRpcAnswer
{
    public static byte[] Write(object value) => XmlBytes.Write(xml =>
    {
        xml.WriteStartElement("methodResponse");
        xml.WriteStartElement("params");
        xml.WriteStartElement("param");
        Value(xml, value);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static byte[] Fault(int code, string message) => XmlBytes.Write(xml =>
    {
        xml.WriteStartElement("methodResponse");
        xml.WriteStartElement("fault");
        Value(xml, new Dictionary<string, object>(StringComparer.Ordinal) { ["faultCode"] = code, ["faultString"] = message });
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Value(XmlWriter xml, object value)
    {
        xml.WriteStartElement("value");
        switch (value)
        {
            case int number:
                xml.Element("int", number.ToString(CultureInfo.InvariantCulture));
                break;
            case bool flag:
                xml.Element("boolean", flag ? "1" : "0");
                break;
            case DateTimeOffset at:
                xml.Element("dateTime.iso8601", at.UtcDateTime.ToString("yyyyMMdd'T'HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object> members:
                xml.WriteStartElement("struct");
                foreach (var (name, member) in members)
                {
                    xml.WriteStartElement("member");
                    xml.Element("name", name);
                    Value(xml, member);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
                break;
            case IEnumerable<object> items:
                xml.WriteStartElement("array");
                xml.WriteStartElement("data");
                foreach (var item in items)
                {
                    Value(xml, item);
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            default:
                xml.Element("string", Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }

        xml.WriteEndElement();
    }
}
