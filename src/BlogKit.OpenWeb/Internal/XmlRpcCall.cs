using System.Globalization;
using System.Xml;
using BlogKit.Internal;

namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// A call as it was sent. Values are strings, longs, doubles, booleans, dates (UTC), byte arrays, lists and dictionaries.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record XmlRpcCall(string Method, IReadOnlyList<object> Parameters)
{
    private const int Deepest = 16;
    private const int Malformed = 400;

    /// <summary>Reads a call. No document type, no entities, bounded in depth; the length the caller has bounded.</summary>
    /// <exception cref="XmlRpcFaultException">It is not a call, or not XML.</exception>
    public static XmlRpcCall Read(Stream body) => Parse(body, ReadAll);

    /// <summary>Reads the method and the plain values that stand first, and nothing behind them.</summary>
    /// <param name="start">The start of a call.</param>
    /// <param name="wanted">How many values of a method.</param>
    /// <exception cref="XmlRpcFaultException">It is not a call, or not XML, or ends before a value does.</exception>
    public static XmlRpcCall ReadStart(Stream start, Func<string, int> wanted) => Parse(start, xml => ReadFirst(xml, wanted));

    // The reader throws these for what is sent, among them an encoding that the platform does not read.
    private static XmlRpcCall Parse(Stream body, Func<XmlReader, XmlRpcCall> read)
    {
        try
        {
            using var xml = Open(body);
            return read(xml);
        }
        catch (Exception fault) when (fault is XmlException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw new XmlRpcFaultException(Malformed, "The call is not XML-RPC.", fault);
        }
    }

    private static XmlRpcCall ReadAll(XmlReader xml)
    {
        var method = ReadMethod(xml);
        var parameters = new List<object>();
        if (xml.NodeType is XmlNodeType.Element && xml.Name is "params" && !xml.IsEmptyElement)
        {
            xml.Read();
            while (xml.NodeType is XmlNodeType.Element && xml.Name is "param")
            {
                xml.Read();
                parameters.Add(Value(xml, 0));
                End(xml);
            }
        }

        return new XmlRpcCall(method, parameters);
    }

    private static XmlRpcCall ReadFirst(XmlReader xml, Func<string, int> wanted)
    {
        var method = ReadMethod(xml);
        var most = wanted(method);
        var parameters = new List<object>();
        if (xml.NodeType is XmlNodeType.Element && xml.Name is "params" && !xml.IsEmptyElement)
        {
            xml.Read();
            while (parameters.Count < most && xml.NodeType is XmlNodeType.Element && xml.Name is "param" && xml.Read()
                && xml.NodeType is XmlNodeType.Element && xml.Name is "value")
            {
                parameters.Add(Value(xml, Deepest));
                End(xml);
            }
        }

        return new XmlRpcCall(method, parameters);
    }

    public string Text(int index) => index < Parameters.Count && Parameters[index] is string or long
        ? Convert.ToString(Parameters[index], CultureInfo.InvariantCulture)!
        : throw new XmlRpcFaultException(Malformed, $"Parameter {index + 1} must be a text.");

    /// <summary>A yes or no; null when the call ends before it.</summary>
    public bool? Flag(int index) => index >= Parameters.Count ? null : Parameters[index] switch
    {
        bool flag => flag,
        0L => false,
        1L => true,
        _ => throw new XmlRpcFaultException(Malformed, $"Parameter {index + 1} must be a boolean."),
    };

    public long Number(int index) => index < Parameters.Count && Parameters[index] is long number ? number : 0;

    public IReadOnlyDictionary<string, object> Struct(int index) => index < Parameters.Count
        && Parameters[index] is Dictionary<string, object> members
        ? members
        : throw new XmlRpcFaultException(Malformed, $"Parameter {index + 1} must be a struct.");

    public IReadOnlyList<object> List(int index) => index < Parameters.Count && Parameters[index] is List<object> items
        ? items
        : throw new XmlRpcFaultException(Malformed, $"Parameter {index + 1} must be an array.");

    private static object Value(XmlReader xml, int depth)
    {
        if (depth > Deepest || xml.NodeType is not XmlNodeType.Element || xml.Name is not "value")
        {
            throw new XmlRpcFaultException(Malformed, "A value was expected, or values are nested too deep.");
        }

        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        xml.Read();
        if (xml.NodeType is XmlNodeType.EndElement)
        {
            xml.Read();
            return "";
        }

        if (xml.NodeType is not XmlNodeType.Element)
        {
            var text = xml.ReadContentAsString();
            End(xml);
            return text;
        }

        var value = Typed(xml, depth);
        End(xml);
        return value;
    }

    private static object Typed(XmlReader xml, int depth)
    {
        switch (xml.Name)
        {
            case "struct":
                return Members(xml, depth);
            case "array":
                return Items(xml, depth);
        }

        var type = xml.Name;
        var text = xml.ReadElementContentAsString();
        try
        {
            return type switch
            {
                "string" => text,
                "i4" or "int" or "i8" => long.Parse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                "boolean" => text.Trim() switch
                {
                    "1" or "true" => true,
                    "0" or "false" => false,
                    _ => throw new XmlRpcFaultException(Malformed, "A boolean must be 0 or 1."),
                },
                "double" => double.Parse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture),
                "dateTime.iso8601" => Moment(text),
                "base64" => Convert.FromBase64String(text),
                "nil" => "",
                _ => throw new XmlRpcFaultException(Malformed, $"The type '{type}' is not known."),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new XmlRpcFaultException(Malformed, $"A value is not of its type '{type}'.", exception);
        }
    }

    private static DateTimeOffset Moment(string text) =>
        MomentText.TryRead(text, out var moment)
        || (DateTimeOffset.TryParseExact(
                text.Trim(),
                ["yyyyMMdd'T'HH:mm:ssK", "yyyyMMdd'T'HHmmssK"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out moment)
            && MomentText.IsUsable(moment))
            ? moment
            : throw new XmlRpcFaultException(Malformed, "A date must look like 20260301T12:00:00.");

    private static XmlReader Open(Stream body) => XmlReader.Create(body, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    private static string ReadMethod(XmlReader xml) =>
        xml.MoveToContent() is XmlNodeType.Element && xml.Name is "methodCall" && xml.Read() && xml.Name is "methodName"
            ? xml.ReadElementContentAsString().Trim()
            : throw new XmlRpcFaultException(Malformed, "This is not a method call.");

    private static Dictionary<string, object> Members(XmlReader xml, int depth)
    {
        var members = new Dictionary<string, object>(StringComparer.Ordinal);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return members;
        }

        xml.Read();
        while (xml.NodeType is XmlNodeType.Element && xml.Name is "member")
        {
            if (!xml.Read() || xml.Name is not "name")
            {
                throw new XmlRpcFaultException(Malformed, "A member has no name.");
            }

            var name = xml.ReadElementContentAsString();
            members[name] = Value(xml, depth + 1);
            End(xml);
        }

        End(xml);
        return members;
    }

    private static List<object> Items(XmlReader xml, int depth)
    {
        var items = new List<object>();
        if (xml.IsEmptyElement || !xml.Read() || xml.Name is not "data")
        {
            throw new XmlRpcFaultException(Malformed, "An array has no data.");
        }

        if (xml.IsEmptyElement)
        {
            xml.Read();
        }
        else
        {
            xml.Read();
            while (xml.NodeType is XmlNodeType.Element)
            {
                items.Add(Value(xml, depth + 1));
            }

            End(xml);
        }

        End(xml);
        return items;
    }

    private static void End(XmlReader xml)
    {
        if (xml.NodeType is not XmlNodeType.EndElement)
        {
            throw new XmlRpcFaultException(Malformed, "Something stands where the end was expected.");
        }

        xml.Read();
    }
}
