{{- /* Peers for a host: those given, or the namespace of a service of this cluster. Takes root, host, to, what, value. */ -}}
{{- define "handbell.peers" -}}
{{- if .to -}}
{{ toYaml .to }}
{{- else if not (contains "." .host) -}}
- podSelector: {}
{{- else if regexMatch "^.+\\.[^.]+\\.svc(\\..+)?$" .host -}}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ regexReplaceAll "^.+\\.([^.]+)\\.svc(\\..+)?$" .host "${1}" }}
{{- else if .anywhere -}}
- ipBlock: {cidr: 0.0.0.0/0, except: [169.254.0.0/16]}
- ipBlock: {cidr: "::/0", except: ["fe80::/10"]}
{{- else -}}
{{- fail (printf "networkPolicy.%s.to: %s names a host outside the cluster, %s; say its addresses, such as [{ipBlock: {cidr: 10.1.2.0/24}}], or set networkPolicy.enabled to false" .what .value .host) -}}
{{- end -}}
{{- end -}}

{{- /* Ports as a NetworkPolicy wants them. */ -}}
{{- define "handbell.ports" -}}
{{- $ports := list -}}
{{- range . }}{{ $ports = append $ports (dict "protocol" "TCP" "port" (int .)) }}{{ end -}}
{{- toYaml $ports -}}
{{- end -}}

{{- define "handbell.toKafka" -}}
{{- $policy := .Values.networkPolicy.kafka -}}
{{- $peers := list -}}
{{- $ports := list -}}
{{- range $broker := splitList "," .Values.kafka.bootstrapServers -}}
{{- $host := regexReplaceAll ":[0-9]+$" (trim $broker) "" -}}
{{- $ports = append $ports (int (regexReplaceAll "^.*:" $broker "")) -}}
{{- $scope := dict "host" $host "to" $policy.to "what" "kafka" "value" "kafka.bootstrapServers" -}}
{{- $peers = concat $peers (include "handbell.peers" $scope | fromYamlArray) -}}
{{- end -}}
- to: {{- toYaml (uniq $peers) | nindent 4 }}
  ports: {{- include "handbell.ports" (default (uniq $ports) $policy.ports) | nindent 4 }}
{{- end -}}

{{- define "handbell.toPostgresql" -}}
{{- $policy := .Values.networkPolicy.postgresql -}}
- to: {{- include "handbell.peers" (dict "host" .Values.postgresql.host "to" $policy.to "what" "postgresql" "value" "postgresql.host") | nindent 4 }}
  ports: {{- include "handbell.ports" (default (list (int .Values.postgresql.port)) $policy.ports) | nindent 4 }}
{{- end -}}

{{- define "handbell.toIdentityProvider" -}}
{{- $policy := .Values.networkPolicy.identityProvider -}}
{{- $url := urlParse .Values.signIn.issuer -}}
{{- $port := ternary 443 80 (eq $url.scheme "https") -}}
{{- if contains ":" $url.host }}{{ $port = int (regexReplaceAll "^.*:" $url.host "") }}{{ end -}}
- to: {{- include "handbell.peers" (dict "host" $url.hostname "to" $policy.to "what" "identityProvider" "value" "signIn.issuer") | nindent 4 }}
  ports: {{- include "handbell.ports" (default (list $port) $policy.ports) | nindent 4 }}
{{- end -}}

{{- define "handbell.toMail" -}}
{{- $policy := .Values.networkPolicy.mail -}}
- to: {{- include "handbell.peers" (dict "host" .Values.mail.host "to" $policy.to "anywhere" true) | nindent 4 }}
  ports: {{- include "handbell.ports" (default (list (int .Values.mail.port)) $policy.ports) | nindent 4 }}
{{- end -}}

{{- define "handbell.toTheWeb" -}}
{{- $web := .Values.networkPolicy.web -}}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except: {{- toYaml $web.except | nindent 10 }}
    # Global unicast and nothing else.
    - ipBlock: {cidr: "2000::/3"}
  ports: {{- include "handbell.ports" $web.ports | nindent 4 }}
{{- end -}}

{{- define "handbell.toDns" -}}
{{- $dns := .Values.networkPolicy.dns -}}
- to: {{- toYaml $dns.to | nindent 4 }}
  ports:
    {{- range $dns.ports }}
    - {protocol: UDP, port: {{ . }}}
    - {protocol: TCP, port: {{ . }}}
    {{- end }}
{{- end -}}
