// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of samples are what is tested.
import { describe, expect, it } from 'vitest';
import { covered, read, samplesOf } from './read-sample.ts';

const URL = 'https://api.orchard.example/trees';

describe('calls with a literal address', () => {
  it.each([
    ['go', `req, err := http.NewRequest("PUT", "${URL}", body)`, `PUT ${URL}`],
    ['go', `http.NewRequestWithContext(ctx, http.MethodPost, "${URL}", nil)`, `POST ${URL}`],
    ['go', `url := "${URL}"\nmethod := "POST"\nhttp.NewRequest(method, url, body)`, `? ${URL}`],
    ['csharp', `new RestRequest("${URL}", Method.Post)`, `POST ${URL}`],
    ['go', `url := "${URL}"\nhttp.NewRequest("POST", url, body)`, `POST ${URL}`],
    ['go', `resp, err := http.Get(fmt.Sprintf("${URL}/%s", id))`, `GET ${URL}/%s`],
    ['go', 'http.Get(base + "/trees")', 'GET ${base}/trees'],
    ['php', `$ch = curl_init("${URL}");\ncurl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'PATCH');`, `PATCH ${URL}`],
    ['php', `curl_setopt_array($ch, [\n CURLOPT_URL => "${URL}",\n CURLOPT_POST => true ]);`, `POST ${URL}`],
    ['php', `$ch = curl_init();\ncurl_setopt($ch, CURLOPT_URL, '${URL}');`, `? ${URL}`],
    ['php', `$client->request('DELETE', '${URL}')`, `DELETE ${URL}`],
    ['php', `Http::withToken($token)->post('${URL}')`, `POST ${URL}`],
    ['php', `$client->get("${URL}/{$tree->id}")`, `GET ${URL}/\${id}`],
    ['ruby', `uri = URI("${URL}")\nrequest = Net::HTTP::Post.new(uri)`, `POST ${URL}`],
    ['ruby', `HTTParty.put("${URL}/#{id}")`, `PUT ${URL}/\${id}`],
    ['java', `HttpRequest.newBuilder()\n  .uri(URI.create("${URL}"))\n  .POST(body)\n  .build();`, `POST ${URL}`],
    ['java', `HttpRequest.newBuilder().uri(URI.create("${URL}")).build();`, `GET~ ${URL}`],
    ['kotlin', `Request.Builder().url("${URL}").method("PATCH", body).build()`, `PATCH ${URL}`],
    ['csharp', `new HttpRequestMessage(HttpMethod.Put, "${URL}")`, `PUT ${URL}`],
    ['csharp', `await client.GetAsync($"{baseUrl}/trees/{id}");`, 'GET ${baseUrl}/trees/{id}'],
    ['rust', `let trees = reqwest::get("${URL}").await?;`, `GET ${URL}`],
    ['rust', `client\n  .post("${URL}")`, `POST ${URL}`],
    ['swift', `var r = URLRequest(url: URL(string: "${URL}")!)\nr.httpMethod = "POST"`, `POST ${URL}`],
    ['dart', `await http.post(Uri.parse('${URL}'))`, `POST ${URL}`],
  ])('%s: %s', (lang, code, expected) => {
    expect(read(lang, code)).toEqual([expected]);
  });

  it('need an address that the fence spells out', () => {
    expect(read('go', 'http.NewRequest("POST", url, body)')).toEqual([]);
    expect(read('ruby', 'Rails.cache.fetch("/trees")')).toEqual([]);
    expect(read('java', 'map.get("/trees")')).toEqual([]);
  });

  it('have exact spans and carry the values of constants', () => {
    const code = `base := "https://api.orchard.example"\nhttp.NewRequest("PUT", base + "/trees", nil)`;
    const [sample] = samplesOf('go', code);
    expect(sample?.method && covered(code, sample.method.span)).toBe('PUT');
    expect(sample && covered(code, sample.target.pathSpan)).toBe('/trees');
    expect(sample?.variables).toEqual({ base: 'https://api.orchard.example' });
  });
});
